import { useTencentContext } from "../../react/useTencentContext.js";
import type { NoticeComponents } from "./HostComponents.js";

/** Classes by part, for teams that style by utility or by their own sheet. */
export type ClassNames<Part extends string> = Readonly<Partial<Record<Part, string>>>;

/** Further attributes by part. */
export type SlotProps<Part extends string> = Readonly<Partial<Record<Part, Readonly<Record<string, unknown>>>>>;

/** How a part gets its attributes, and the app's own elements for some of them. */
export interface Parts<Part extends string> {
  (part: Part, more?: string): Attributes;
  readonly components: NoticeComponents | undefined;
}

type Attributes = Readonly<Record<string, unknown>>;

/** What a component's parts are made of. */
interface PartOptions<Part extends string> {
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<Part> | undefined;
  readonly slotProps?: SlotProps<Part> | undefined;
  readonly components?: NoticeComponents | undefined;
  readonly unstyled?: boolean | undefined;
}

/** The attributes of each part: its name for styles and tests, its class, and what the app adds. */
export function useParts<Part extends string>(block: Part, options: PartOptions<Part>): Parts<Part> {
  return partsOf(block, options, useTencentContext(block));
}

/** Parts to which no app adds anything, by their block and whether they are styled: the same for all of a page. */
const plain = /* @__PURE__ */ new Map<string, Parts<string>>();

/** The same, where the context is at hand. */
export function partsOf<Part extends string>(
  block: Part,
  { className, classNames, slotProps, components, unstyled }: PartOptions<Part>,
  context: { readonly unstyled: boolean },
): Parts<Part> {
  const isBare = unstyled ?? context.unstyled;
  const isPlain = !className && !classNames && !slotProps && !components;
  const known = isPlain ? plain.get(`${block} ${isBare}`) : undefined;
  if (known !== undefined) return known;
  const made = new Map<Part, Attributes>();
  const make = (part: Part, more?: string): Attributes => {
    const isRoot = part === block;
    const own = isBare ? undefined : `te-${isRoot ? block : `${block}-${part}`}`;
    const slot = slotProps?.[part];
    const names = slot && "className" in slot ? [slot["className"]] : [own, classNames?.[part]];
    const joined = [...names, isRoot && className, more].filter(Boolean).join(" ");
    return { "data-part": part, ...slot, ...(joined === "" ? {} : { className: joined }) };
  };
  const parts = (part: Part, more?: string): Attributes => {
    const attributes = (more ? undefined : made.get(part)) ?? make(part, more);
    if (isPlain && !more) made.set(part, attributes);
    return attributes;
  };
  const found = Object.assign(parts, { components });
  if (isPlain) plain.set(`${block} ${isBare}`, found as Parts<string>);
  return found;
}

/** The props without what a polluted prototype adds. */
export function ownProps<Props extends object>(props: Props): Props {
  return { __proto__: null, ...props };
}
