import { useLayoutEffect, useRef } from "react";

export function Notice({ title, message, action, onAction }) {
  return (
    <div role="alert" className="n">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 4h2v5H7zm0 6h2v2H7z" />
      </svg>
      <div>
        <strong>{title}</strong>
        <p>{message}</p>
      </div>
      {action && (
        <button type="button" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}

export function Dialog({ open, onClose, title, body, confirm, cancel, onConfirm }) {
  const ref = useRef(null);
  useLayoutEffect(() => {
    const d = ref.current;
    if (open && !d.open) d.showModal();
    else if (!open && d.open) d.close();
  }, [open]);
  return (
    <dialog ref={ref} className="d" aria-label={title} onClose={onClose}>
      {open && (
        <>
          <h2>{title}</h2>
          <p>{body}</p>
          <menu>
            <button type="button" onClick={onClose}>
              {cancel}
            </button>
            <button type="button" onClick={onConfirm}>
              {confirm}
            </button>
          </menu>
        </>
      )}
    </dialog>
  );
}

/** normalised error + catalog -> what a notice shows */
export const describe = (n, cat) => ({
  title: (n && cat.e[n.code]) || cat.u.unknown,
  message: (n && cat.a[n.kind]) || n?.msg,
  action: n?.kind === "a" ? cat.u.reauth : "tcrfhm".includes(n?.kind || "-") ? cat.u.support : undefined,
});
