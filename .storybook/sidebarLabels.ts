/** The part of a sidebar's entry that its label needs. */
interface Entry {
  readonly id: string;
  readonly name: string;
}

/** Names of the sidebar in Chinese. What isn't here keeps its own. */
// prettier-ignore
const chinese: Readonly<Record<string, string>> = {
  "Start here": "从这里开始", "In a window": "在窗口里登录", "By redirect": "跳转登录",
  "Getting started": "快速上手", "Theming": "外观", "Slots": "部件", "Languages": "语言", "How it recovers": "如何恢复",
  "Security": "安全", "Accessibility": "无障碍", "Recipes by host": "各种技术栈的接法", "Recipes for apps": "各种应用的接法",
  "From what you have": "从现有写法迁移", "Why not another library": "为什么不用别的库",
  "The return page": "回调页", "The back end": "服务器端", "Packs": "其他服务的错误码", "Renewing": "续期", "Data layers": "数据层",
  "Beside others": "与其他组件库对比", "Devtools": "开发者工具", "Reference": "错误码参考", "Codes": "全部错误码", "Search": "查找",
  "Recovery": "恢复过程", "Gallery": "全部提示", "Hosts": "组件库", "Themes": "主题", "Docs": "文档",
};

/** How the sidebar names an entry to readers of this language. A code has both: `-21 Token revoked · QQ 授权已取消`. */
export function labelsFor(locale: unknown): (entry: Entry) => string {
  const isChinese = typeof locale !== "string" || locale.startsWith("zh");
  return ({ name }) => {
    const [, code, english, own] = /^(-?\d+) (.*) · (.*)$/.exec(name) ?? [];
    if (code !== undefined) return `${code} ${String(isChinese ? own : english)}`;
    return isChinese ? (chinese[name] ?? name) : name;
  };
}
