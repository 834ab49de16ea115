import "@cloudscape-design/global-styles/index.css";
import "#ui/shell/tokens.css";
import "#ui/shell/shell.css";
import "#ui/shell/shared.css";
import "#ui/home/home.css";
import { start } from "#ui/shell/start.ts";

start();
