import type { PackLanguage } from "tencent-error-kit/core";

const words: PackLanguage = {
  user: {
    MINUTE_LIMIT_REACHED: { description: "这一分钟的次数已用完，请一分钟后再试。" },
    DAY_LIMIT_REACHED: { description: "今天的次数已用完，明天可以继续。" },
  },
};
export default words;
