export function HomeRoute() {
  return (
    <>
      <h1>S3 Handshake</h1>
      <p>
        <a href="#/bucket-policy/owner">Bucket policy</a>
      </p>
      <p>
        <a href="#/assume-role/owner">Assume role</a>
      </p>
    </>
  );
}
