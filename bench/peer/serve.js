// Serves the users on PORT of the loopback, by PROCESSES processes that share the port: node serve.js
const cluster = require('node:cluster')
const cds = require('@sap/cds')
const processes = Number(process.env.PROCESSES ?? 1)

async function serve() {
  const app = require('express')()
  cds.model = cds.compile.for.nodejs(await cds.load('users.cds'))
  await cds.connect.to('db')
  await cds.serve('all').in(app)
  app.listen(Number(process.env.PORT), '127.0.0.1')
}

if (processes > 1 && cluster.isPrimary) {
  for (let i = 0; i < processes; i++) cluster.fork()
  process.on('SIGTERM', () => {
    for (const each of Object.values(cluster.workers)) each.process.kill()
    process.exit()
  })
} else serve()
