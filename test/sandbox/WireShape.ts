/** One spelling in which Tencent, or something between it and the app, sends a failure. */
export type WireShape =
  | "openapi"
  | "openapiString"
  | "openapiHtml"
  | "jsonp"
  | "jsonpTight"
  | "jsonpLines"
  | "jsonpNoSemicolon"
  | "json"
  | "form"
  | "text"
  | "url"
  | "umi"
  | "problem"
  | "graphql";

/** A failure before it is spelled: the vendor's number and the server's English text. */
export interface WireFailure {
  readonly code: number;
  readonly message: string;
}

/** A spelled failure, ready to be sent. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}
