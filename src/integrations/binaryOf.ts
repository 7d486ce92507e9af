/** Bytes, and how to read them. */
export interface Binary {
  readonly size: number;
  text(): Promise<string> | string;
}

/** What came as bytes: `Blob`, `ArrayBuffer`, or Node's `Buffer`. */
export function binaryOf(raw: unknown): Binary | undefined {
  if (typeof Blob === "function" && raw instanceof Blob) return raw;
  if (!(raw instanceof ArrayBuffer || ArrayBuffer.isView(raw))) return undefined;
  return { size: raw.byteLength, text: () => new TextDecoder().decode(raw) };
}
