/** Published without types; imported for its presence only. */
declare module "monaco-editor/languages/features/json/jsonMode";
