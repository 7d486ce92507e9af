/** Classes by part, for teams that style by utility or by their own sheet. */
export type ClassNames<Part extends string> = Readonly<Partial<Record<Part, string>>>;

/** Further attributes by part. */
export type SlotProps<Part extends string> = Readonly<Partial<Record<Part, Readonly<Record<string, unknown>>>>>;

/** How a part gets its attributes. */
export type PartProps<Part extends string> = (part: Part) => Readonly<Record<string, unknown>>;

/** What a component's parts are made of. */
export interface PartOptions<Part extends string> {
  readonly classNames?: ClassNames<Part> | undefined;
  readonly slotProps?: SlotProps<Part> | undefined;
  readonly unstyled: boolean;
}

/** The attributes of each part: its name for styles and tests, its class, and what the app adds. */
export function partProps<Part extends string>(
  block: string,
  { classNames, slotProps, unstyled }: PartOptions<Part>,
): PartProps<Part> {
  return (part) => {
    const own = unstyled ? undefined : part === block ? `te-${block}` : `te-${block}-${part}`;
    const className = [own, classNames?.[part]].filter((name) => name !== undefined).join(" ");
    return { "data-part": part, ...(className === "" ? {} : { className }), ...slotProps?.[part] };
  };
}
