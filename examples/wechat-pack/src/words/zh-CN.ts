import type { PackLanguage } from "tencent-error-kit/core";

const words: PackLanguage = {
  user: {
    CODE_USED: { title: "这次登录已使用过" },
    NOT_A_FOLLOWER: { title: "请先关注公众号", description: "关注公众号后可以使用这个功能。" },
  },
};
export default words;
