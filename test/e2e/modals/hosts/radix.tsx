import * as Radix from "@radix-ui/react-dialog";
import { useState, type ReactElement } from "react";
import type { HostProps } from "../Host.js";

export function Dialog({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <Radix.Root open={isOpen} onOpenChange={(isNowOpen) => (isNowOpen ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="backdrop" />
        <Radix.Content className="popup" aria-describedby={undefined}>
          <Radix.Title>Host</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function Nested({ isOpen, onClose, children }: HostProps): ReactElement {
  const [isOuterOpen, setOuterOpen] = useState(true);
  return (
    <Radix.Root open={isOpen && isOuterOpen} onOpenChange={setOuterOpen}>
      <Radix.Portal>
        <Radix.Overlay className="backdrop" />
        <Radix.Content className="popup outer" aria-describedby={undefined}>
          <Radix.Title>Outer</Radix.Title>
          <Dialog isOpen={isOpen} onClose={onClose}>
            {children}
          </Dialog>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
