import { AppRegistry } from "react-native";
import { App } from "./app.js";

AppRegistry.registerComponent("friends", () => App);
AppRegistry.runApplication("friends", { rootTag: document.getElementById("root") });
