import { useEffect, useState } from "react";
import { useNavigate } from "react-router";

/** A file dropped anywhere is opened; left to itself the browser would leave the page for it. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const navigate = useNavigate();

  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const open = async (file: File) => {
      const { openAgreementFile } = await import("./open-sharing.ts");
      const opened = await openAgreementFile(file);
      if (opened.ok) await navigate(opened.to, { state: opened.state });
      else setProblem(opened.message);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      setProblem(undefined);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) void open(file);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [navigate]);

  return (
    <>
      {over && <div className="drop-here">Drop the agreement file to open it</div>}
      <div role="alert" className="drop-problem">
        {problem !== undefined && (
          <p className="sh-message-error">
            {problem}{" "}
            <button type="button" className="sh-link-button" onClick={() => setProblem(undefined)}>
              Dismiss
            </button>
          </p>
        )}
      </div>
    </>
  );
}
