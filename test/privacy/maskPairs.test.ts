import { describe, expect, test } from "vitest";
import { maskSecrets } from "../../src/privacy/maskSecrets.js";

/** Each line is a text; what ‹stands here› is masked, to the letter. ␍ and ␤ end a line within. */
const texts = {
  "a name and what follows it": String.raw`
token[]=‹Zk9q› b
token[0]=‹Zk9q› b
token[abc]=‹Zk9q› b
user[token]=‹Zk9q› b
a[b]=c
token => ‹Zk9q›
token => '‹Zk9q›', b
<token>‹Zk9q›</token>
token : ‹Zk9q›
token&#61;‹Zk9q› b
token&#x3d;‹Zk9q› b
token%3D‹Zk9q›%26b%3D1
token%253D‹Zk9q›
token%3a‹Zk9q›
token\u003d‹Zk9q› b
token\u003a‹Zk9q› b
token\\u003d‹Zk9q› b
token\u003d‹Zk9q›\u0026b\u003d1
token\\u003d‹Zk9q›\\u0026b\\u003d1
["token","‹Zk9q›"]
["token" , "‹Zk9q›"]
["token",  "‹Zk9q›", "b"]
[\"token\",\"‹Zk9q›\"]
["token",‹1]›
["token" x,"Zk9q"]
user[pwd]=‹Zk9q› b
user[a][skey]=‹Zk9q› b
sid[a][b]=‹Zk9q› b
sid[a-b]=‹Zk9q› b
user%5Bpwd%5D=‹Zk9q›&b=1
user%255Bpwd%255D%3D‹Zk9q›
pwd%5B0%5D=‹Zk9q›&b=1
pwd%5D=‹Zk9q›&b=1
a%5Bb%5D%5Bpwd%5D=‹Zk9q›
[["uin",‹12345]›,["b",1]]
["uin",‹-1]›
["code",-21]
user[code]=-21
user[code]=‹Zk9q› b
user[ab]=1&token=‹Zk9q›
token=‹Zk&nbsp;› b
token=‹Zk&#39;› b
`,
  quotes: String.raw`
{"token":"‹Zk9q›","b":1}
{"token":"‹Zk\"9q›","b":1}
{"token":"‹Zk\\›","b":"1"}
{"token":"‹Zk\\\"9q›","b":1}
{"token":"‹Zk'9q›","b":1}
{'token':'‹Zk"9q›','b':1}
{\"token\":\"‹Zk9q›\",\"b\":1}
{\"token\":\"‹Zk\\\"9q›\",\"b\":1}
{\"token\":\"‹Zk\\\\›\"9q\",\"b\":1}
{"a":"{\"token\":\"‹Zk9q›\"}","b":1}
{\"token\":\"‹Zk\\\\›\",\"b\":1}
{"token":"‹Zk9q›
token="‹Zk9q›" b="c"
token="‹Zk \n 9q›" b="c"
token="" b="c"
token='' b
&quot;token&quot;:&quot;‹Zk9q›&quot;,&quot;b&quot;:1
&#34;token&#34;:&#34;‹Zk9q›&#34;,b
&#x22;token&#x22;:&#x22;‹Zk9q›&#x22;,b
\u0022token\u0022:\u0022‹Zk9q›\u0022,\u0022b\u0022:1
%22token%22%3A%22‹Zk9q›%22%2C%22b%22%3A1
%2522token%2522%253A%2522‹Zk9q›%2522%252C%2522b%2522
%5C%22token%5C%22%3A%5C%22‹Zk9q›%5C%22%2C%5C%22b%5C%22
%255C%2522token%255C%2522%253A%255C%2522‹Zk9q›%255C%2522%252C%255C%2522b
%5C%22token%5C%22%3A%5C%22‹Zk%5C%5C%5C%229q›%5C%22%2Cb
`,
  "nested values": String.raw`
token=‹["Zk9q","b"]› c
token=‹{"a":{"b":"Zk9q"}}› c
token=‹[["Zk9q"],["b"]]›, c
token=‹{"a":"Zk9q"›
token=‹[Zk9q]› c
token=‹{}› c
{"token":‹["Zk9q"]›,"b":1}
{"token":‹[["Zk9q"]]›,"b":1}
a[{token=‹[Zk9q]›}] c
`,
  "values without quotes": String.raw`
token=‹Zk9q›&b=1
token=‹Zk9q›&amp;b=1
token=‹Zk&9q› b
token=‹Zk&amp;9q› b
token=‹Zk9q›;b=1
token=‹Zk9q›; b
token=‹Zk9q›, b
token=‹Zk9q›,b=1
token=‹Zk9q›,b:1
token=‹Zk;9q› b
token=‹Zk,9q› b
token=‹Zk9q›;
token=‹Zk9q›,
token=‹Zk9q›,"b"
token=‹Zk9q›,{b}
token=‹Zk9q›;[b]
token=‹Zk9q›,'b'
token=‹Zk9q›,\"b\"
token=‹Zk9q›,ab.c-d=1
token=‹Zk9q›;abc:1
token=‹Zk9q,9q›,b=1
token=‹Zk9q›&bcd.e-f=1
"token=‹Zk9q›" b
'token=‹Zk9q›', b
"token=‹Zk9q›": b
{"a":"token=‹Zk9q›","b":1}
{"a":"b token=‹Zk9q›"}
["token=‹Zk9q›"]
(url="token=‹Zk9q›")
<a href="?token=‹Zk9q›">b
"token=‹Zk"9q› b
"token=‹Zk9q›"
\"token=‹Zk9q›\" b
\"token=‹Zk9q›\"}" b
a=&quot;token=‹Zk9q›&quot; b
a=&#34;token=‹Zk9q›&#34;, b
'"token=‹Zk9q›"' b
"token=‹Zk9q›"';b
token=‹Zk\9q› b
token=‹Zk&#39;9q› b
token=‹Zk&lt;9q› b
token=‹Zk&#x27;9q› b
token=‹Zk&nbsp;9q› b
token=‹Zk&a› b
token= ‹b›
code=‹abc›
code: ‹12345678› b
{"secret":"‹a›","token":"‹b›"}
token=‹secret=Zk9q› b
token=‹a:pwd=Zk9q› b
x=token=‹Zk9q› b
redirect=/?token=‹Zk9q›&b=1
`,
  "the rest of a header's line": String.raw`
Cookie: ‹a=1; b=Zk9q›␤Accept: x
Cookie: ‹a=1; b=Zk9q›␍␤Accept: x
Authorization: ‹Digest user=a, nonce=b›␤Accept: x
authorisation: ‹OAuth a, b›␤Accept
Set-Cookie: ‹a=Zk9q; Path=/›␤b
Cookie: ‹a="Zk9q"; b=1›␤c
{"headers":"Cookie: ‹a=1; b=Zk9q›","c":1}
{"headers":"Cookie: ‹a=1; b=Zk9q›"}
["Cookie: ‹a=1; b=Zk9q›", "c"]
["Cookie: ‹a=1; b=Zk9q›"]
["Cookie: ‹a=1; b=Zk9q›",{}]
"Cookie: ‹a=1; b=Zk9q›"
"Cookie: ‹a=1; b=Zk9q›"  
"{\"h\":\"Cookie: ‹a=1; b=Zk9q›\",\"c\":1}"
{"h":"Cookie: ‹a=\"1\"; b=Zk9q›","c":1}
"Cookie: ‹a=1" x; b=Zk9q›␤c
Cookie: ‹a=1\b=Zk9q›␤c
"Cookie: ‹a=1",b=Zk9q›␤c
cookie='‹a=1; b=2›'
curl -H "Cookie: ‹a=1; b=Zk9q" -v›
`,
  "what stays": String.raw`
token: [redacted]
token=[redacted]&b=1
token=
code=-21
ab token-less
tokens
a=1
t=1&k=2
`,
};

const unfold = (line: string): string => line.replaceAll("␍", "\r").replaceAll("␤", "\n");

describe.each(Object.entries(texts))("masks to the letter: %s", (_what, lines) => {
  test.each(lines.split("\n").filter((line) => line !== ""))("%s", (line) => {
    const text = unfold(line.replace(/[‹›]/g, ""));
    expect(maskSecrets(text)).toBe(unfold(line.replace(/‹[^›]*›/g, "[redacted]")));
  });
});
