declare module "*.md?raw" {
  const text: string;
  export default text;
}

/** The libraries of the generated scripts, kept as the shell files that they are. */
declare module "*.sh?raw" {
  const text: string;
  export default text;
}

declare module "*.ps1?raw" {
  const text: string;
  export default text;
}
