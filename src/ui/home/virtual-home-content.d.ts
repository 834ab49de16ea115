/** Made by scripts/home-page.ts while the page is built. */
declare module "virtual:home-content" {
  const content: import("./home-content.ts").HomeContent;
  export default content;
}
