"use client";
export { TicketDialog, type TicketDialogProps } from "./components/ticket/TicketDialog.js";
