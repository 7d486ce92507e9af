/** A modal of another library that is open when the prompt comes. */
export interface Situation {
  readonly name: string;
  readonly library: "radix" | "baseUi" | "mui" | "antDesign" | "tdesign" | "mantine";
  readonly host: string;
  /** The prompt is a part of the modal's own content, so that React's events bubble into it. */
  readonly holdsPrompt?: true;
}

// prettier-ignore
export const situations: readonly Situation[] = [
  { name: "a Radix dialog", library: "radix", host: "Dialog" },
  { name: "a Radix dialog inside another", library: "radix", host: "Nested" },
  { name: "a Radix dialog that holds the prompt", library: "radix", host: "Dialog", holdsPrompt: true },
  { name: "a Base UI dialog", library: "baseUi", host: "Dialog" },
  { name: "a Base UI alert dialog that holds the prompt", library: "baseUi", host: "Alert", holdsPrompt: true },
  { name: "a MUI dialog", library: "mui", host: "Dialog" },
  { name: "a MUI drawer", library: "mui", host: "Drawer" },
  { name: "a MUI dialog that holds the prompt", library: "mui", host: "Dialog", holdsPrompt: true },
  { name: "an Ant Design modal", library: "antDesign", host: "Dialog" },
  { name: "an Ant Design drawer that holds the prompt", library: "antDesign", host: "Drawer", holdsPrompt: true },
  { name: "a TDesign dialog", library: "tdesign", host: "Dialog" },
  { name: "a TDesign drawer that holds the prompt", library: "tdesign", host: "Drawer", holdsPrompt: true },
  { name: "a Mantine modal", library: "mantine", host: "Dialog" },
];
