import { answer, ask } from "../../../lib/platform";

export const GET = () => answer(ask("/app/api/profile"));
