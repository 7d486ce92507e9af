import type { Module } from "./codeEdits.js";

/** What builds the app. */
export type Framework = "vite" | "next" | "next-pages" | "umi";

/** What calls the platform, and what asks again. */
export type DataLayer = "query" | "swr" | "rtk" | "axios" | "fetch";

/** What a person has told on the command line. */
export interface Answers {
  readonly appId: string | undefined;
  /** The route of the app's own server, where it has one. */
  readonly exchange: string | undefined;
  /** What the addresses of calls to the platform contain. */
  readonly platform: string | undefined;
}

/** A library that calls as well. */
export interface OtherCaller {
  readonly name: string;
  /** Its notices ask again by themselves, so that its calls need no guard. */
  readonly asksAgain: boolean;
}

/** A module that calls and is left as it is. */
export interface Left {
  readonly path: string;
  readonly why: string;
  /** Whether calls of the page go through it, so that a person has to wire them. */
  readonly isPages: boolean;
}

/** What `init` knows of an app. */
export interface Project {
  readonly framework: Framework;
  readonly layers: readonly DataLayer[];
  /** Libraries that call as well, which are told by hand where the kit goes. */
  readonly otherCallers: readonly OtherCaller[];
  /** The folder of its sources, with a slash behind it, or nothing. */
  readonly sources: "src/" | "";
  /** The bridge that takes its design system's colours. */
  readonly bridge: string | undefined;
  readonly locale: string;
  /** Whether the kit is among its dependencies. */
  readonly hasKit: boolean;
  /** How Vite's configuration ends the name of a module that it imports: Node loads whole names alone, which TypeScript has to allow. */
  readonly configSuffix: "" | ".ts" | ".js";
  /** When the app's sheets make the page dark: with the system, by something that stands on an element, or never. */
  readonly dark: "system" | "switch" | undefined;
  /** Its code and its page, without tests and without what the kit has written. */
  readonly modules: readonly Module[];
  /** Those that the page loads and a person has written. */
  readonly page: readonly Module[];
  /** Those of the page that call, and that nothing else loads. */
  readonly calling: readonly Module[];
  /** Those of them whose calls of the global `fetch` may reach the platform. */
  readonly fetching: readonly Module[];
  /** What calls and is left as it is, with the reason. */
  readonly left: readonly Left[];
}
