import { Alert, AlertTitle, Button } from "@mui/material";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import { useState } from "react";
import bridge from "../../src/styles/bridges/mui.css?inline";
import type { Host } from "./Host.js";

export const host: Host = {
  styles: [bridge],
  Provider: function MuiProvider({ scheme, children }) {
    const [theme] = useState(() =>
      createTheme({
        cssVariables: { colorSchemeSelector: "data-mui-color-scheme" },
        colorSchemes: { light: true, dark: true },
      }),
    );
    return (
      <ThemeProvider key={scheme} theme={theme} defaultMode={scheme} storageManager={null}>
        {children}
      </ThemeProvider>
    );
  },
  Notice: ({ title, children }) => (
    <Alert severity="error">
      <AlertTitle>{title}</AlertTitle>
      {children}
    </Alert>
  ),
  Button: (props) => <Button variant="contained" disableElevation {...props} />,
};
