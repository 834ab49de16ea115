export function NotFound() {
  return (
    <div className="notice">
      <h1>There is no such page</h1>
      <p>
        <a href="#/">Go to the start</a>
      </p>
    </div>
  );
}
