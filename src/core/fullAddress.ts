/** The address of a call of axios or ofetch, whose `baseURL` stands before what is no address by itself. */
export function fullAddress(url: string | undefined, baseURL: string | undefined): string | undefined {
  if (url === undefined || baseURL === undefined) return url ?? baseURL;
  if (baseURL === "" || /^(?:[a-z][\w+.-]*:)?\/\//i.test(url)) return url;
  return url === "" ? baseURL : `${baseURL.replace(/\/+$/, "")}/${url.replace(/^\/+/, "")}`;
}
