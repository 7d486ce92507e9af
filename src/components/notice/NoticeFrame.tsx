import type { ReactElement } from "react";
import type { SomeError } from "../../react/ErrorState.js";
import { FallbackNotice, RenderBoundary } from "../parts/RenderBoundary.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";
import { Notice } from "./Notice.js";
import type { NoticeNews } from "./NoticeFacts.js";

interface NoticeFrameProps {
  readonly props: ErrorNoticeProps;
  readonly state: SomeError;
  readonly news?: NoticeNews | undefined;
}

/** Draws a notice, and keeps the page when the app's own elements or words throw. */
export function NoticeFrame({ props, state, news }: NoticeFrameProps): ReactElement {
  return (
    <RenderBoundary fallback={<FallbackNotice code={state.diagnosis.failure.code} />}>
      {props.children === undefined ? (
        <Notice {...props} state={state} news={news} />
      ) : (
        <Own {...props} state={state} />
      )}
    </RenderBoundary>
  );
}

/** The app's own rendering, below the boundary that catches it. */
function Own({ state, children }: Pick<ErrorNoticeProps, "children"> & { readonly state: SomeError }): ReactElement {
  return <>{children?.(state)}</>;
}
