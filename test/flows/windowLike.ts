/** As much of a window as a flow touches. */
export function windowLike(popup: object): Window {
  return popup as Window;
}
