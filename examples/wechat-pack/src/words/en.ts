import type { PackLanguage } from "tencent-error-kit/core";

const words: PackLanguage = {
  user: {
    CODE_USED: { title: "This sign-in was used already" },
    NOT_A_FOLLOWER: {
      title: "Follow the account first",
      description: "This works for people who follow the official account.",
    },
  },
};
export default words;
