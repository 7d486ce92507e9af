/** The props that were given: what was planted on every object's prototype is none of them. */
export function ownProps<Props extends object>(props: Props): Props {
  return { __proto__: null, ...props };
}
