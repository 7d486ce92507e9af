import { Alert, AlertTitle, Button, Dialog, DialogContent, DialogTitle } from "@mui/material";
import { createTheme, ThemeProvider } from "@mui/material/styles";
import { useId, useState } from "react";
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
  Button: ({ "data-emphasis": emphasis, ...props }) => (
    <Button {...props} variant={emphasis === "primary" ? "contained" : "outlined"} disableElevation />
  ),
  Dialog: function MuiDialog({ open, onClose, title, lang, dir, children }) {
    const id = useId();
    return (
      <Dialog open={open} onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
        <DialogTitle id={id} lang={lang} dir={dir}>
          {title}
        </DialogTitle>
        <DialogContent>{children}</DialogContent>
      </Dialog>
    );
  },
};
