/** A text, what must not be left of it, and what must. */
export type SecretText = readonly [text: string, gone: readonly string[] | string, left?: string];

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
const openid = "FE04CCE2FE04CCE2FE04CCE2FE04CCE2";

/** What Chinese services, forms and people write. */
// prettier-ignore
export const chineseTexts: readonly SecretText[] = [
  // mobile numbers
  ["手机号13812345678未注册", "13812345678", "未注册"], ["手机号：13812345678", "13812345678"], ["+8613812345678", "13812345678"], ["+86 13812345678", "13812345678"],
  ["+86-138-1234-5678", ["138-1234", "5678"]], ["008613812345678", "13812345678"], ["0086 138 1234 5678", ["1234", "5678"]], ["86 13812345678", "13812345678"],
  ["8613812345678", "13812345678"], ["138-1234-5678", ["1234", "5678"]], ["138 1234 5678", ["1234", "5678"]], ["138.1234.5678", ["1234", "5678"]],
  ["１３８１２３４５６７８", "１３８１２３４５６７８"], ["１３８－１２３４－５６７８", ["１２３４", "５６７８"]], ["１３８　１２３４　５６７８", ["１２３４", "５６７８"]], ["138‑1234‑5678", ["1234", "5678"]], ["𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "𝟏𝟐𝟑𝟒"],
  ["u_13812345678", "13812345678"], ["user13812345678", "13812345678"], ["tel13812345678x", "13812345678"], ["联系电话：０１０－１２３４５６７８", "１２３４５６７８"], ["座机 0755-12345678 转 2", "12345678"], ["013812345678", "13812345678"],
  ["phone%3D13812345678", "13812345678"], ["%2B8613812345678", "13812345678"], ["138%2D1234%2D5678", ["1234", "5678"]], ["138+1234+5678", ["1234", "5678"]],
  ["用户（13812345678）不存在", "13812345678", "不存在"], ["【13812345678】", "13812345678"], ["13812345678，13987654321", ["13812345678", "13987654321"]],
  // identity cards
  ["身份证号：110101199003072316", "110101199003072316"], ["11010119900307231X", "11010119900307231X"], ["身份证11010119900307231x有误", "11010119900307231x", "有误"], ["110101900307231", "110101900307231"],
  ["110101 19900307 2316", ["19900307", "110101"]], ["110101-19900307-231X", ["19900307", "231X"]], ["１１０１０１１９９００３０７２３１Ｘ", "１９９００３０７"], ["证件号码=110101199003072316", "110101199003072316"], ["身分證字號：A123456789", "A123456789"], ["idNo=110101199003072316", "110101199003072316"],
  // bank cards
  ["卡号：6222 0210 0111 6245 702", ["6222", "6245"]], ["6222021001116245702", "6222021001116245702"], ["4111111111111111", "4111111111111111"], ["4111-1111-1111-1111", "1111-1111"], ["银行卡5500005555555559余额不足", "5500005555555559", "余额不足"], ["６２２２０２１００１１１６２４５７０２", "６２２２０２１００１１１６２４５７０２"], ["bankCardNo=6222021001116245703", "6222021001116245703"],
  // QQ
  ["qq=12345678", "12345678"], ["qqNumber=12345678", "12345678"], ["qq_no: 12345678", "12345678"], ["QQ号：12345678", "12345678"], ["QQ号12345678", "12345678"], ["ＱＱ：12345678", "12345678"], ["QQ号码 12345678 被冻结", "12345678", "被冻结"], ["扣扣：12345678", "12345678"], ["userQQ=12345678", "12345678"], ["qq 123456789", "123456789"], ["\"qq\":12345678", "12345678"], ["微信号：zhang_san", "zhang_san"],
  // passwords and tokens
  ["密码：hunter2", "hunter2"], ["密码:hunter2", "hunter2"], ["密码=hunter2", "hunter2"], ["密码是hunter2", "hunter2"], ["密码为：hunter2", "hunter2"], ["您的密码是 hunter2，请", "hunter2"], ["新密码＝hunter2", "hunter2"], ["令牌=Zk9qAA", "Zk9qAA"], ["访问令牌：Zk9qAA", "Zk9qAA"], ["口令:Zk9qAA", "Zk9qAA"], ["密钥：Zk9qAA", "Zk9qAA"], ["密鑰：Zk9qAA", "Zk9qAA"],
  ["验证码：123456", "123456"], ["驗證碼：123456", "123456"], ["短信验证码为123456", "123456"], ["授权码：Zk9qAA", "Zk9qAA"], ["签名：Zk9qAA", "Zk9qAA"], ["凭证=Zk9qAA", "Zk9qAA"], ["密码「hunter2」错误，密码：「hun ter2」", "hun ter2"], ["“密码”：“hunter2”", "hunter2"], ["【密码】：hunter2", "hunter2"], ["{\"密码\":\"hunter2\"}", "hunter2"], ["{\\\"密码\\\":\\\"hunter2\\\"}", "hunter2"], ["%E5%AF%86%E7%A0%81=hunter2", "hunter2"], ["\\u5bc6\\u7801：hunter2", "hunter2"], ["密&#30721;=hunter2", "hunter2"],
  ["password：hunter2", "hunter2"], ["ｐａｓｓｗｏｒｄ＝hunter2", "hunter2"], ["请输入密码：hunter2。重试", "hunter2", "重试"], ["用户名:a,密码:hunter2,错误码:100016", "hunter2", "100016"],
  // people
  ["姓名：张三，错误码：100016", "张三", "100016"], ["真实姓名=张三", "张三"], ["realName=张三", "张三"], ["real_name: Zhang San", ["Zhang", "San"]], ["昵称：小明", "小明"], ["暱稱：小明", "小明"], ["地址：北京市 海淀区 中关村1号；请重试", ["北京市", "海淀区", "中关村"], "请重试"], ["收货地址：广东省深圳市南山区", "南山区"], ["住址=某某路9号", "某某路9号"], ["{\"姓名\":\"张 三\"}", "张 三"], ["<姓名>张 三</姓名>", "张 三"],
  ["张三@example.com", "张三"], ["alice＠example.com", "alice"], ["联系张三＠腾讯.中国", "张三"], ["邮箱：alice@例子.公司", "alice"], ["alice%40example.com", "alice"], ["alice%2540example.com", "alice"], ["邮箱：zhangsan", "zhangsan"], ["电话：138****5678", "5678"],
  // as WeChat writes
  ["<xml><openid><![CDATA[oUpF8uMuAJO_M2pxb1Q9zNjWeS6o]]></openid></xml>", "oUpF8uMuAJO"], ["<xml><ret>-21</ret><Token><![CDATA[a b]]></Token></xml>", "a b", "<ret>-21</ret>"],
  // as people write them
  ["聯絡電話 0912345678", "0912345678"], ["行動電話 0912-345-678", "345-678"], ["护照号：E12345678", "E12345678"], ["护照号码 G12345678", "G12345678"], ["银行卡号为6217 0000 1000 1234 567", "1234 567"], ["信用卡 4000-1234-5678-9010", "5678"], ["我的QQ是 123456789", "123456789"], ["验证码654321", "654321"], ["短信验证码 654321，5分钟内有效", "654321", "5分钟内有效"], ["【腾讯科技】你的验证码是 654321", "654321"], ["令牌「Zk9qAA11」已失效", "Zk9qAA11", "已失效"], ["刷新令牌 88E4BE14", "88E4BE14"], ["用户名：zhangsan", "zhangsan"], ["帐号=zhangsan", "zhangsan"], ["联系人：李四", "李四"], ["收件人：李四；地址：深圳市南山区高新路1号", "李四"], ["出生日期：1990-03-07", "1990-03-07"], ["生日：1990年3月7日", "1990年"], ["持卡人=李四", "李四"], ["支付密码=123456", "123456"], ["新密码 := hunter2", "hunter2"],
  // codes that admit, and plates of cars
  ["邀请码：ABC123", "ABC123"], ["邀請碼 8F3K2L", "8F3K2L"], ["邀请码是 886622", "886622"], ["{\"邀请码\":\"886622\"}", "886622"], ["激活码：Q1W2-E3R4", "E3R4"], ["兑换码 ZX81CV92 已使用", "ZX81CV92", "已使用"], ["提取码: x9y8", "x9y8"], ["取件码 8-2-3041", "3041"], ["安全码=9921", "9921"],
  ["车牌号：粤B12345", "B12345"], ["车牌：沪A·D1234", "D1234"], ["車牌號碼: AB1234", "AB1234"], ["车牌粤B12345未登记", "B12345", "未登记"], ["京A·F0236 已入场", "F0236", "已入场"], ["车辆 粤BD12345 限行", "D12345", "限行"], ["川AA12B3", "A12B3"], ["驾照：110101199003", "110101199003"],
  // in brackets, tables and groups
  ["姓名【张三】", "张三"], ["用户名 zhangsan88 已存在", "zhangsan88", "已存在"], ["| 密码 | hunter2 |", "hunter2"], ["QQ(12345678)", "12345678"], ["QQ群：123456789", "123456789"], ["加Q12345678", "12345678"], ["企鹅号:12345678", "12345678"], ["VX：zhangsan1", "zhangsan1"], ["微信zhangsan88", "zhangsan88"], ["短信码：123456", "123456"], ["港澳通行证 C12345678", "C12345678"],
  // the value before its name
  ["123456（验证码）", "123456", "（验证码）"], ["123456(验证码)", "123456"], ["您的登录：654321【短信验证码】", "654321"], ["123456是您的验证码，5分钟内有效", "123456", "5分钟内有效"], ["654321为您的登录验证码", "654321", "登录验证码"], ["hunter2（密码）", "hunter2"], ["{\"msg\":\"123456（验证码）\"}", "123456", "\"msg\""], ["Zk9qAA11 是访问令牌", "Zk9qAA11"], ["%EF%BC%88123456%EF%BC%89 123456%EF%BC%88验证码%EF%BC%89", "%89 123456"],
];

/** What every service may write. */
// prettier-ignore
export const otherTexts: readonly SecretText[] = [
  ["tel=5551234", "5551234"], ["userTel: 5551234", "5551234"], ["sign=Zk9qAA", "Zk9qAA"], ["paySign=Zk9qAA", "Zk9qAA"], ["pay_sign: Zk9qAA", "Zk9qAA"], ["firstName=Ann", "Ann"], ["pass=hunter2", "hunter2"], ["smsCode=123456", "123456"], ["verify_code: 123456", "123456"],
  ["+1 415 555 2671", ["415", "2671"]], ["+44 20 7946 0958", "7946"], ["+852 9123 4567", "9123"], ["+1 (415) 555-2671", "2671"], ["call +14155552671 now", "4155552671", "now"],
  // forms with several parts
  ["Content-Disposition: form-data; name=\"password\"\n\nhunter2\n------X--", "hunter2", "------X--"], ["Content-Disposition: form-data; name=\"password\"\r\n\r\nhun ter2\r\n------X", ["hun", "ter2"]], ["{\"body\":\"form-data; name=\\\"password\\\"\\r\\n\\r\\nhunter2\\r\\n------X\"}", "hunter2"], ["form-data; name=\"user[password]\" hunter2 ------X", "hunter2", "------X"], ["form-data; name=密码\n\nhunter2\n--X", "hunter2"],
  // commands and addresses
  ["curl -u alice:hunter2 https://a.example/b", ["alice", "hunter2"], "https://a.example/b"], ["curl --user 'alice:hunter2'", "hunter2"], ["curl -ualice:hunter2", "hunter2"], ["https://alice:hunter2@a.example/b", ["alice", "hunter2"], "/b"], ["redis://:hunter2@a.example", "hunter2"], ["curl -H 'X-Token: Zk9qAA' -d password=hunter2", ["Zk9qAA", "hunter2"]],
  // IPv6
  ["2001:db8:0:1:1:1:1:1", "2001:db8"], ["2001:db8::1", "2001:db8"], ["from 2001:db8:: on", "2001:db8"], ["::1 refused", "::1", "refused"], ["::ffff:192.0.2.1", ["ffff", "192.0.2.1"]], ["fe80::1%eth0", ["fe80", "eth0"]], ["fe80::1%25eth0", "fe80"], ["[2001:db8::1]:443", "2001:db8", ":443"], ["addr:2001:db8::1:", "2001:db8"], ["64:ff9b::192.0.2.33", "64:ff9b"], ["http%3A%2F%2F%5B2001%3Adb8%3A%3A1%5D", "2001%3Adb8"], ["２００１：ｄｂ８：：１", "２００１"], ["2001:0DB8:AC10:FE01::", "AC10"], ["node/10.0.0.7:8080", "10.0.0.7"],
  // a name that stands as a value before the secret, and values that end like a name
  ["{\"grant_type\":\"refresh_token\",\"refresh_token\":\"88E4BE14\"}", "88E4BE14", "\"grant_type\":\"refresh_token\""], ["{\"a\":\"rq-1-sid\",\"password\":\"hunter2\"}", "hunter2", "rq-1-sid"], ["{\"seq\":\"rq-0f3a-skey\",\"password\":\"hunter2\",\"b\":1}", "hunter2", "\"b\":1"], ["{\"a\":\"token:\",\"password\":\"hunter2\"}", "hunter2"], ["{\"a\":\"my token\",\"password\":\"hunter2\"}", "hunter2", "my token"], ["[\"Host\",\"a\",\"X-Token\",\"Zk9qAA\"]", "Zk9qAA", "Host"], ["('token', 'Zk9qAA')", "Zk9qAA"],
  ["{\"name\":\"X-Token\",\"value\":\"Zk9qAA\"}", "Zk9qAA", "X-Token"], ["<input name=\"password\" value=\"hunter2\">", "hunter2"], ["token: |\n  Zk9q\n  AAAA\nb: 1", ["Zk9q", "AAAA"], "b: 1"], ["token: >-\n  Zk9q\nb: 1", "Zk9q", "b: 1"], ["token=[\"ab]cd\",\"efgh\"] b", ["cd", "efgh"], " b"], ["$_POST['password'] = 'hunter2'", "hunter2"], ["user[\"token\"]=\"Zk9qAA\"", "Zk9qAA"], ["`token`: `Zk9qAA`", "Zk9qAA"],
  // by their look
  [jwt, "dozjgNryP4J3"], [`token_${jwt}`, "dozjgNryP4J3"], [`openid-${openid}`, openid], [openid.toLowerCase(), openid.toLowerCase()], ["AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "z8krbsJ5"], ["Bearer abcdefgh", "abcdefgh"], ["xoxb-1234567890-abcdefghij1234567890", "abcdefghij"], ["key AbC1dEf2GhI3jKl4MnO5pQr6 used", "AbC1dEf2", "used"],
  ["\\u0070assword=hunter2", "hunter2"], ["%2570assword%253Dhunter2", "hunter2"], ["&#112;assword=hunter2", "hunter2"], ["p%61ssword=hunter2", "hunter2"],
  // other signs, words, commands and keys
  ["password := hunter2", "hunter2"], ["password == hunter2", "hunter2"], ["password -> hunter2", "hunter2"], ["my password is hunter2", "hunter2"], ["password was 'hunter2'", "hunter2"], ["Your verification code is 482100", "482100"], ["the old passcode is 9081", "9081"], ["--token abc123", "abc123"], ["mysql --password hunter2", "hunter2"], ["run --api-key 'abc 123' now", "abc 123"], ["-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "MIIEow"], ["-----BEGIN PRIVATE KEY-----\\nMIIEvQ\\n-----END PRIVATE KEY-----", "MIIEvQ"], ["<meta name=csrf-token content=abc123>", "abc123"], ["name=\"token\" content=\"abc123\"", "abc123"], ["phone: (415) 555-2671", "555-2671"], ["call (415) 555-2671 now", "555-2671", "now"], ["SSN 078-05-1120", "078-05"], ["ssn: 078051120", "078051120"], ["iban=DE89370400440532013000", "370400440532013000"], ["cvc: 123", ": 123"], ["birthday=1990-03-07", "1990-03-07"], ["dob: 1990-03-07", "1990-03-07"], ["username=ann", "=ann"], ["passport=E12345678", "E12345678"], ["captcha=ab12", "ab12"], ["wechatId: zhangsan88", "zhangsan88"], ["weixin=zhangsan88", "zhangsan88"],
  // with no sign between, and by other names
  ["access_token Zk9qAA1122 is invalid", "Zk9qAA1122", "is invalid"], ["token 'Zk9qAA1122' is expired", "Zk9qAA1122"], ["invalid token \"Zk9qAA1122\"", "Zk9qAA1122"], ["password\thunter2", "hunter2"], ["uin 123456789", "123456789"], ["imei 860000000000001", "860000000000001"], ["wechat=zhangsan", "zhangsan"], ["encryptedData=CiyLU1Aw2Kjv", "CiyLU1Aw"], ["iv=r7BXXKkLb8qr", "r7BXXKkLb8qr"], ["superkey=abc", "abc"], ["clientkey=ABCD1234", "ABCD1234"], ["signKey=abc1", "abc1"], ["mch_key=abc1", "abc1"], ["remember_me=abc1", "abc1"], ["salt=abc1", "abc1"],
  ["<input type='password' value='hunter2'>", "hunter2"], ["array(1) { [\"password\"]=> string(7) \"hunter2\" }", "hunter2"],
  // as PHP writes
  ["a:1:{s:8:\"password\";s:6:\"hunter\";}", "hunter", "a:1:{"], ["s:8:\"password\";s:7:\"hun\"ter\";s:1:\"b\";i:1;", ["hun", "ter"], "s:1:\"b\";i:1;"], ["{\"body\":\"s:8:\\\"password\\\";s:6:\\\"hunter\\\";\"}", "hunter"], ["s:3:\"pin\";i:1234;s:1:\"b\";i:2;", "1234", "i:2"], ["token|s:6:\"Zk9qAA\";ret|i:-21;", "Zk9qAA", "ret|i:-21;"], ["s%3A8%3A%22password%22%3Bs%3A6%3A%22hunter%22%3B", "hunter"],
  // the value before its name
  ["123456 is your code", "123456", "is your code"], ["G-482100 is your Google verification code.", "482100"], ["482100 is the login code, valid for 5 minutes", "482100", "5 minutes"], ["Use 9081 as your PIN", "9081"], ["hunter2 is my password", "hunter2"], ["hunter2 (password)", "hunter2"], ["482100 [verification code]", "482100"], ["a1b2c3 was your one-time passcode", "a1b2c3"], ["Your code is 482100", "482100"], ["inviteCode=123456", "123456"], ["licensePlate=B12345", "B12345"], ["plate_no: AB1234", "AB1234"],
  ["{\"value\":\"Zk9qAA\",\"name\":\"X-Token\"}", "Zk9qAA", "X-Token"], ["{\"value\":\"Zk9qAA\",\"type\":\"text\",\"name\":\"password\"}", "Zk9qAA", "\"type\":\"text\""], ["{name: 'password', type: 'text', value: 'hunter2'}", "hunter2", "type: 'text'"], ["<input value=\"hunter2\" type=\"password\" name=\"pwd\">", "hunter2"], ["<input value=hunter2 id=password>", "hunter2"], ["<meta content=abc123 name=csrf-token>", "abc123"], ["{\\\"value\\\":\\\"Zk9qAA\\\",\\\"name\\\":\\\"token\\\"}", "Zk9qAA"], ["[{\"value\":\"ann-1\",\"name\":\"city\"},{\"value\":\"Zk9qAA\",\"key\":\"access_token\"}]", "Zk9qAA", "ann-1"],
];

/** What helps, and looks a little like a secret. Stays to the letter. */
// prettier-ignore
export const readableTexts: readonly string[] = [
  "请先登录", "请求失败，请重试！", "access_token 已废除", "access_token已过期，请重新授权", "用户密码错误：请重试", "密码错误", "手机号格式不正确", "身份证号不合法", "QQ号不存在", "错误码：100016", "返回码：-21", "错误代码：110406", "状态码：403", "回调地址不合法", "签名验证失败", "姓名不能为空", "地址 不完整",
  "订单号 20261128000123", "订单 2026112800012345 不存在", "时间：2026-11-28 12:30:45", "版本：9.1.30", "版本号1.2.3.4", "共 138 条，第 12 页", "《用户协议》第 3 条", "ＡＢＣ１２３", "密码长度为 8 到 20 位", "密码是必填项", "邮箱格式错误", "①请重试 ②联系客服",
  "code=-21&msg=revoked", "{\"error\":100016,\"error_description\":\"access token check failed\"}", "{\"ret\":-21,\"msg\":\"token expired\"}", "errcode: 40029", "errcode: -101300200", "ret=-73", "code: 100013", "openid is invalid", "invalid credential, access_token is invalid or not latest", "Bearer token is invalid", "Basic auth failed", "Basic usage", "redirect uri is illegal(100010)", "0x71f 0x5b", "invalid_grant", "InvalidParameterValue.SignatureFailure",
  "GET /user/get_user_info HTTP 200", "POST /v3/relation/get_friend_list3", "/usr/local/lib/node_modules/react18/index.js", "src/components/notice/ErrorNotice.tsx:82:14", "at render (https://a.example/assets/app.js:12:345)", "node_modules/tencent-error-kit/dist/core.js", "getUserInfoForQQConnectV2Api", "get_user_info_for_qq_connect_v2",
  "2026-11-23T04:49:00.000Z", "Mon, 23 Nov 2026 04:47:30 GMT", "12:30:45", "2026/11/28", "+08:00", "UTC+08:00", "+275760-09-13T00:00:00.000Z", "1764300000000", "1764300000", "1764300000123456", "+90 s", "3.14159265358979", "0.13812345678",
  "react@18.2.0", "tencent-error-kit@0.1.0", "pnpm i react@19.3.1", "Chrome/120.0.0.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36", "Node v20.19.0", "version 1.2.3.4", "1.3.6.1.4.1.311", "TLSv1.3", "QQ 9.1.30", "HTTP/1.1 403 Forbidden",
  "std::vector", "Foo::bar", "dead::beef", "a::b", "::before", "10:20:30:40", "ratio 16:9", "hotel: full", "design=new", "assign: x", "compass=north", "statement: none", "sidebar=1", "Please sign in again", "sign in", "type=text", "x > 5 && y < 7", "a=>b", "Promise<Token> failed", "{\"a\":[1,2,3]}", "[\"a\",\"b\"]",
  "ORDER-20261128-0007", "order no. 1234567890", "SKU 9787302511625", "ISBN 9787302511625", "batch 12345678901234567890", "size=1024", "retry after 30 s", "limit 5000/5001", "timeout of 10000ms exceeded", "ETIMEDOUT 3000", "Request failed with status code 401", "Unexpected token < in JSON at position 0", "requestId: 610bd4ad-0b8248fc", "RequestId: 610bd4ad-0b82-48fc-9a4d-403b1c2d3e4f", "rid: 610bd4ad-0b8248fc-9a4d403b", "deadbeef cafe", "abcdefabcdefabcdefabcdefabcdefabcdef",
  "access token 100016 is invalid", "password must be at least 8 characters", "token v2", "PIN 4 digits", "昵称【已存在】", "文件名 a1b2.png", "认证 a1b2c3 失败", "QQ音乐", "<option name=\"city\">a1b2</option>", "design token color2 is missing", "Duplicate entry for key 'phone'",
  "地址：请填写", "手机号：不能为空", "密码：格式错误", "邮箱：已存在", "姓名：长度超出限制", "验证码：错误", "password is too short", "The password is incorrect", "error code is 100016", "status code is 404", "session is active", "--token is required", "快递单号：SF1234567890123", "流水号：1000000000202611281", "¥1,234,567.00", "价格：138.00元", "2026年11月28日 12:30", "Android 14; Pixel 8", "手机 iPhone15 不支持", "邮编：518000", "课程代码 100016", "股票代码：00700",
  "邀请码已失效", "邀请码：无效", "车牌识别失败", "腾讯云E100016 不可用", "新A100016", "100016 is the error code", "100016 is the code of it", "100016 (code)", "100016（验证码错误）", "100016 为验证码错误", "100016（access_token 无效）", "100016 是错误码", "getUserInfo2(openid)", "at load2 (token.ts:12:3)", "s:3:\"ret\";i:-21;", "a:1:{s:3:\"msg\";s:7:\"revoked\";}", "{\"value\":\"a1b2\",\"name\":\"city\"}", "{\"name\":\"template\",\"value\":\"a1b2\"}", "<option value=\"100016\" name=\"code\">", "templateNo=42", "Use HTTP2 as your transport",
];
