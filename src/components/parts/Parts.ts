import type { NoticeComponents } from "./HostComponents.js";

/** How a part gets its attributes, and the app's own elements for some of them. */
export interface Parts<Part extends string> {
  (part: Part, more?: string): Attributes;
  readonly components: NoticeComponents | undefined;
}

/** Classes by part, for teams that style by utility or by their own sheet. */
export type ClassNames<Part extends string> = Readonly<Partial<Record<Part, string>>>;

/** Further attributes by part. */
export type SlotProps<Part extends string> = Readonly<Partial<Record<Part, Readonly<Record<string, unknown>>>>>;

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
export function partsOf<Part extends string>(
  block: Part,
  { className, classNames, slotProps, components, unstyled }: PartOptions<Part>,
  context: { readonly unstyled: boolean },
): Parts<Part> {
  const parts = (part: Part, more?: string): Attributes => {
    const isRoot = part === block;
    const own = (unstyled ?? context.unstyled) ? undefined : classOf(isRoot ? block : `${block}-${part}`);
    const slot = slotProps?.[part];
    const names = slot && "className" in slot ? [slot["className"]] : [own, classNames?.[part]];
    const joined = [...names, isRoot && className, more].filter(Boolean);
    return {
      "data-part": part,
      ...slot,
      ...(joined.length === 0 ? {} : { className: joined.length === 1 ? joined[0] : joined.join(" ") }),
    };
  };
  return Object.assign(parts, { components });
}

/** One text for each class, however many notices carry it. */
const classes = /* @__PURE__ */ new Map<string, string>();

function classOf(name: string): string {
  const known = classes.get(name) ?? `te-${name}`;
  classes.set(name, known);
  return known;
}
