"use client";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import { useState, type ReactNode } from "react";

export function Theme({ children }: { readonly children: ReactNode }) {
  const [theme] = useState(() => createTheme({ cssVariables: true }));
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}
