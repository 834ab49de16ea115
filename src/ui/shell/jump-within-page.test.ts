import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { jumpWithinPage } from "./jump-within-page.ts";

beforeAll(() => jumpWithinPage());
beforeEach(() => {
  document.body.innerHTML = `<a href="#methods">Methods</a><a href="#nowhere">Nowhere</a>
    <a href="#/bucket-policy/owner">Bucket policy</a><section id="methods"></section>`;
  document.getElementById("methods")?.scrollIntoView?.();
});
afterEach(() => {
  location.hash = "";
  document.body.replaceChildren();
});

function click(text: string): boolean {
  const anchor = [...document.querySelectorAll("a")].find((one) => one.textContent === text);
  return (
    anchor?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })) ?? true
  );
}

it("moves the focus to the place and leaves the address alone", () => {
  expect(click("Methods")).toBe(false);
  expect(document.activeElement?.id).toBe("methods");
  expect(location.hash).toBe("");
});

it("leaves the addresses of screens to the router", () => {
  expect(click("Bucket policy")).toBe(true);
});

it("leaves an anchor alone that leads to no place here", () => {
  expect(click("Nowhere")).toBe(true);
});
