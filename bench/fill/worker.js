// One JavaScript tool in one process; the same jobs and answers as worker.py.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [tool, folder, modules] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [modules] }));
const file = path.join(folder, "template.docx");
const data = JSON.parse(fs.readFileSync(path.join(folder, "data.json"), "utf-8"));

const fillers = {
  docxtemplater() {
    const PizZip = load("pizzip");
    const Docxtemplater = load("docxtemplater");
    const template = fs.readFileSync(file);
    return async (values) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
      document.render(values);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  carbone() {
    const carbone = load("carbone");
    return (values) =>
      new Promise((resolve, reject) =>
        carbone.render(file, values, (error, result) => (error ? reject(error) : resolve(result))),
      );
  },
};

(async () => {
  const fill = fillers[tool]();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const job = JSON.parse(line);
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    let made = null;
    let bytes = 0;
    for (const values of data.slice(job.from, job.to)) {
      made = await fill(values);
      bytes += made.length;
    }
    const wall = Number(process.hrtime.bigint() - start) / 1e9;
    const used = process.cpuUsage(cpu);
    if (job.save) fs.writeFileSync(job.save, made);
    const peak = process.resourceUsage().maxRSS;
    console.log(JSON.stringify({ wall, cpu: (used.user + used.system) / 1e6, bytes, peak_kib: peak }));
  }
  process.exit(0);
})();
