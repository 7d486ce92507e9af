// @bench group=silent label="axios + axios-auth-refresh with its default options (its issue 307: only the first request heals)"
import { make } from "./axios-auth-refresh.jsx";
export const silent = true;
export const create = (env) => ({ ...make(env), done: (c) => c.pending === 0 });
