/**
 * The public pages that vouch for each family of codes. Nothing that runs in an app reads them: they are for `codes.json`, the
 * command and the reference.
 */
export const codeSources: Readonly<Record<string, readonly string[]>> = {
  gateway: ["https://wiki.connect.qq.com/公共返回码说明"],
  login: ["https://wiki.connect.qq.com/公共返回码说明"],
  oauth: ["https://wiki.connect.qq.com/公共返回码说明", "https://blog.csdn.net/load_life/article/details/7239848"],
  relation: ["https://wiki.connect.qq.com/公共返回码说明"],
  connect: [
    "https://wiki.connect.qq.com/公共返回码说明",
    "https://blog.csdn.net/u011961280/article/details/77833302",
    "https://blog.csdn.net/load_life/article/details/7239848",
  ],
  openapi: ["https://wiki.connect.qq.com/get_user_info"],
};
