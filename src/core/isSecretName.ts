const secretNames =
  /token|secret|(?:open|app|api|private|access|[svp]|pt|pf)key|passw|pwd|pin$|otp$|authori[sz]ation|cookie|sess|sid$|jwt|bearer|credential|[cx]srf|ticket|assertion|verifier|hmac|state$|nonce|sig$|signature|keyst|gtk|bkn|uin$|openid|unionid|phone|mobile|mail$|ip$|idcard|nick|address/;

/** Whether a field of this name holds a secret or something personal, however the name is spelled. A `code` does unless it is a number of the vendor's. */
export function isSecretName(name: string, value: string): boolean {
  const plain = name.replace(/[_-]/g, "").toLowerCase();
  return plain.endsWith("code") ? !/^-?\d{0,7}\]*$/.test(value) : secretNames.test(plain);
}
