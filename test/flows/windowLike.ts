/** The part of a window that a flow uses. */
export function windowLike(popup: object): Window {
  return popup as Window;
}
