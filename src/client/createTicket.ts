import { sanitizeText } from "../privacy/sanitizeText.js";
import type { SupportDesk, TicketDraft } from "../model/TicketDraft.js";
import { createStore } from "./store.js";

/** A ticket as it stands. */
export interface TicketSnapshot {
  readonly status: "draft" | "sending" | "sent" | "failed" | "offline";
  readonly text: string;
  /** What happened, in the person's own words. */
  readonly note: string;
  readonly files: readonly File[];
  /** The number that the desk gave it. */
  readonly id: string | undefined;
}

/** A ticket that a person reads, changes and sends. */
export interface Ticket {
  readonly draft: TicketDraft;
  readonly fingerprint: string;
  getSnapshot(): TicketSnapshot;
  subscribe(listener: () => void): () => void;
  change(part: Partial<Pick<TicketSnapshot, "text" | "note" | "files">>): void;
  send(): void;
}

type Submit = NonNullable<SupportDesk["submit"]>;

/** What a ticket is made of. */
interface TicketParts {
  readonly draft: TicketDraft;
  readonly fingerprint: string;
  readonly submit: (...sent: Parameters<Submit>) => ReturnType<Submit> | undefined;
  readonly isOnline: () => boolean;
  readonly onSent: () => void;
}

/** A ticket from its draft. Sent once, however often it is asked; whatever the desk does, the text stays. */
export function createTicket({ draft, fingerprint, submit, isOnline, onSent }: TicketParts): Ticket {
  const store = createStore<TicketSnapshot>({ status: "draft", text: draft.text, note: "", files: [], id: undefined });
  const change = (part: Partial<TicketSnapshot>): void => store.set({ ...store.get(), ...part });
  const isOver = (): boolean => store.get().status === "sending" || store.get().status === "sent";

  async function deliver(): Promise<void> {
    const { files, ...written } = store.get();
    try {
      const receipt = await submit(readDraft(draft, wholeText(written)), files);
      change({ status: "sent", id: idOf(receipt?.id) });
    } catch {
      change({ status: isOnline() ? "failed" : "offline" });
    }
    if (store.get().status === "sent") onSent();
  }

  return {
    draft,
    fingerprint,
    getSnapshot: store.get,
    subscribe: store.subscribe,
    change(part) {
      if (!isOver()) change({ ...part, status: "draft" });
    },
    send() {
      if (isOver()) return;
      change({ status: "sending" });
      void deliver();
    },
  };
}

/** A person's own words come first. */
export function wholeText({ note, text }: Pick<TicketSnapshot, "note" | "text">): string {
  return [note.trim(), text].filter(Boolean).join("\n\n");
}

/** Desks also number by numbers. */
function idOf(id: unknown): string | undefined {
  const isNumbered = typeof id === "number" || (typeof id === "string" && id !== "");
  return isNumbered ? sanitizeText(String(id), 80) : undefined;
}

/** The draft as it was read: what a person took out of its text is gone from its facts as well. */
function readDraft({ subject, facts }: TicketDraft, text: string): TicketDraft {
  const lines = text.split("\n");
  const left = Object.entries(facts).filter(([name, value]) => lines.includes(`${name}: ${value}`));
  return { subject, text, facts: Object.fromEntries(left) };
}

/** A ticket and its snapshot. */
export type TicketState = Ticket & TicketSnapshot;
