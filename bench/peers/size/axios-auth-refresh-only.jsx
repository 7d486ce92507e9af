// @bench group=refresh label="axios-auth-refresh alone" external="axios"
export { createAuthRefresh } from "axios-auth-refresh";
