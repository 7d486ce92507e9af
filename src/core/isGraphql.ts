import { attempt } from "./attempt.js";
import { read } from "./read.js";

const answerKeys = /^(?:data|errors|extensions|hasNext|incremental|pending|completed)$/;
const errorKeys = /^(?:message|locations|path|extensions|code|name|type|data|error(?:Type|Info)|statusCode)$/;

/**
 * Whether a body is GraphQL's answer to a request that failed, and no list of errors that an app keeps as its data. Beside data, an
 * error names the field that it stands for.
 * @see https://spec.graphql.org/October2021/#sec-Response-Format
 */
export function isGraphql(body: object, errors: readonly unknown[] | undefined): boolean {
  const [first] = errors ?? [];
  if (typeof first !== "object" || first === null || !keysOf(body).every((key) => answerKeys.test(key))) return false;
  const keys = keysOf(first);
  if (!keys.includes("message") || !keys.every((key) => errorKeys.test(key))) return false;
  return isList(first, "path") || isList(first, "locations") || (read(body, "data") ?? null) === null;
}

/** An address in GraphQL is a list: a linter writes the name of a file. */
function isList(error: object, key: string): boolean {
  return attempt(() => Array.isArray(read(error, key))) === true;
}

function keysOf(value: object): readonly string[] {
  return attempt(() => Object.keys(value)) ?? [""];
}
