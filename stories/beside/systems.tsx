import type { ReactElement } from "react";
import polarisSheet from "@shopify/polaris/build/esm/styles.css?inline";
import primerSheet from "@primer/css/dist/primer.css?inline";
import { Alert as AntAlert, Button as AntButton, ConfigProvider, Modal, theme } from "antd";
import { Alert as TAlert, Button as TButton, Dialog as TDialog } from "tdesign-react";
import tdesignSheet from "tdesign-react/dist/tdesign.css?inline";
import type { Sample } from "./samples.js";

/** A design system's own notices and dialog, with the words of the samples. */
export interface System {
  readonly name: string;
  readonly sheet?: string;
  readonly Notice: (sample: Sample) => ReactElement;
  readonly Prompt: (sample: Sample & { readonly cancel: string; readonly isDark: boolean }) => ReactElement;
}

const antType = { info: "info", warning: "warning", danger: "error" } as const;

/** Ant Design 6, its React components. */
export const antDesign: System = {
  name: "Ant Design",
  Notice: ({ severity, title, text, code, action }) => (
    <AntAlert
      showIcon
      type={antType[severity]}
      title={title}
      description={`${text} ${code}`}
      action={
        <AntButton size="small" type="primary">
          {action}
        </AntButton>
      }
    />
  ),
  Prompt: ({ title, text, action, cancel, isDark }) => (
    <ConfigProvider theme={{ algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm }}>
      <Modal open centered title={title} okText={action} cancelText={cancel} transitionName="" maskTransitionName="">
        {text}
      </Modal>
    </ConfigProvider>
  ),
};

const tType = { info: "info", warning: "warning", danger: "error" } as const;

/** TDesign 1, its React components. */
export const tdesign: System = {
  name: "TDesign",
  sheet: tdesignSheet,
  Notice: ({ severity, title, text, code, action }) => (
    <TAlert
      theme={tType[severity]}
      title={title}
      message={`${text} ${code}`}
      operation={
        <TButton size="small" variant="text" theme="primary">
          {action}
        </TButton>
      }
    />
  ),
  Prompt: ({ title, text, action, cancel }) => (
    <TDialog visible header={title} confirmBtn={action} cancelBtn={cancel}>
      {text}
    </TDialog>
  ),
};

const polarisTone = { info: "Info", warning: "Warning", danger: "Critical" } as const;

/** Polaris 13: its sheet and its markup, as its React components need React 18. */
export const polaris: System = {
  name: "Polaris",
  sheet: polarisSheet,
  Notice: ({ severity, title, text, code, action }) => (
    <div className={`Polaris-Box polaris-banner polaris-${polarisTone[severity].toLowerCase()}`}>
      <p className="Polaris-Text--root Polaris-Text--headingSm polaris-head">{title}</p>
      <div className="polaris-body">
        <p className="Polaris-Text--root Polaris-Text--bodyMd">
          {text} {code}
        </p>
        <button
          type="button"
          className="Polaris-Button Polaris-Button--pressable Polaris-Button--variantSecondary Polaris-Button--sizeMedium"
        >
          <span className="Polaris-Text--root Polaris-Text--bodySm Polaris-Text--medium">{action}</span>
        </button>
      </div>
    </div>
  ),
  Prompt: ({ title, text, action, cancel }) => (
    <div className="Polaris-Modal-Dialog__Modal polaris-modal">
      <h2 className="Polaris-Text--root Polaris-Text--headingMd polaris-head">{title}</h2>
      <p className="Polaris-Text--root Polaris-Text--bodyMd polaris-text">{text}</p>
      <div className="polaris-foot">
        <button
          type="button"
          className="Polaris-Button Polaris-Button--pressable Polaris-Button--variantSecondary Polaris-Button--sizeMedium"
        >
          {cancel}
        </button>
        <button
          type="button"
          className="Polaris-Button Polaris-Button--pressable Polaris-Button--variantPrimary Polaris-Button--sizeMedium"
        >
          {action}
        </button>
      </div>
    </div>
  ),
};

const primerTone = { info: "", warning: "flash-warn", danger: "flash-error" } as const;

/** Primer, its sheet of plain classes. */
export const primer: System = {
  name: "Primer",
  sheet: primerSheet,
  Notice: ({ severity, title, text, code, action }) => (
    <div className={`flash ${primerTone[severity]}`}>
      <button type="button" className="btn btn-sm primary flash-action">
        {action}
      </button>
      <strong>{title}</strong> {text} {code}
    </div>
  ),
  Prompt: ({ title, text, action, cancel }) => (
    <div className="Box Box--overlay d-flex flex-column primer-modal">
      <div className="Box-header">
        <h2 className="Box-title">{title}</h2>
      </div>
      <div className="Box-body">{text}</div>
      <div className="Box-footer d-flex flex-justify-end primer-foot">
        <button type="button" className="btn">
          {cancel}
        </button>
        <button type="button" className="btn btn-primary">
          {action}
        </button>
      </div>
    </div>
  ),
};
