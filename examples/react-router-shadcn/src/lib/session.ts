import { create } from "zustand";

export interface Me {
  readonly id: number;
  readonly nickname: string;
}

interface Session {
  readonly me: Me | null;
  readonly token: string | null;
}

export const useSession = create<Session>(() => ({ me: null, token: null }));
