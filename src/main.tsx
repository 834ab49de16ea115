import { start } from "#ui/shell/start.tsx";

void start();
