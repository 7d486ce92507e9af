/** Where libraries keep the answer, or what kept it from coming, inside the error that they throw: the rest is found by its look. */
export const errorKeys = [
  "data", // ofetch, ky
  "networkError", // Apollo 3
  "original", // an app's own error around one of axios
  "originalError",
  "cause",
  "errors", // AggregateError
] as const;

/** Where an answer keeps its body: axios, ofetch, XMLHttpRequest, superagent and got. */
export const responseKeys = ["data", "_data", "response", "responseText", "text", "body"] as const;
