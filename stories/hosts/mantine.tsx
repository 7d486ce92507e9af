import { Alert, Button, MantineProvider } from "@mantine/core";
import styles from "@mantine/core/styles.css?inline";
import bridge from "../../src/styles/bridges/mantine.css?inline";
import type { Host } from "./Host.js";

export const host: Host = {
  styles: [styles, bridge],
  Provider: ({ scheme, children }) => <MantineProvider forceColorScheme={scheme}>{children}</MantineProvider>,
  Notice: ({ title, children }) => (
    <Alert color="red" title={title}>
      {children}
    </Alert>
  ),
  Button: (props) => <Button {...props} />,
};
