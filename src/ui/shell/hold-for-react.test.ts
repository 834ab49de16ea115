import { beforeEach, expect, it } from "vitest";
import { holdForReact } from "./hold-for-react.ts";

let seen: string[] = [];

beforeEach(() => {
  seen = [];
  document.body.innerHTML = `<div id="root">
    <a href="#/example" data-follow="react">Example</a><a href="#/plain">Plain</a>
    <form data-follow="react"><input name="link"><button>Open</button></form>
    <input type="file" data-follow="react"></div>`;
});

const root = () => document.getElementById("root") as HTMLElement;
const find = <T extends HTMLElement>(selector: string) => root().querySelector(selector) as T;

/** What React would see once it listens. */
function listen(): void {
  for (const type of ["click", "change", "submit"]) {
    root().addEventListener(type, (event) => {
      event.preventDefault();
      seen.push(`${type} ${(event.target as Element).tagName}`);
    });
  }
}

it("lets a click, a chosen file and a submitted form happen again", () => {
  const release = holdForReact(root());
  find("a").click();
  find<HTMLFormElement>("form").requestSubmit();
  find("input[type=file]").dispatchEvent(new Event("change", { bubbles: true }));
  listen();
  expect(seen).toEqual([]);
  release();
  expect(seen).toEqual(["click A", "submit FORM", "change INPUT"]);
});

it("lets it happen once, however often it was done", () => {
  const release = holdForReact(root());
  find("a").click();
  find("a").click();
  listen();
  release();
  expect(seen).toEqual(["click A"]);
});

it("leaves plain links and clicks for another tab to the browser", () => {
  holdForReact(root());
  const follows = (selector: string, init: MouseEventInit = {}) =>
    find(selector).dispatchEvent(
      new MouseEvent("click", { bubbles: true, cancelable: true, ...init }),
    );
  expect(follows("a")).toBe(false);
  expect(follows("a", { ctrlKey: true })).toBe(true);
  expect(follows("a + a")).toBe(true);
  expect(follows("input[type=file]")).toBe(true);
});

it("holds nothing any more once released", () => {
  holdForReact(root())();
  listen();
  find("a").click();
  expect(seen).toEqual(["click A"]);
});
