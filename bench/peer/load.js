// Makes the database from the model, fills it with users, one JSON object a line, and adds the indexes of a fair author: node load.js users.ndjson
const fs = require('node:fs')
const readline = require('node:readline')
const cds = require('@sap/cds')
const Database = require('better-sqlite3')

const indexed = ['displayName', 'givenName', 'surname', 'mail', 'mailNickname', 'jobTitle', 'department', 'city', 'country', 'employeeId', 'createdDateTime']

async function main([file]) {
  const model = cds.compile.for.nodejs(await cds.load('users.cds'))
  const database = new Database('users.sqlite')
  database.pragma('journal_mode = WAL')
  for (const statement of cds.compile(model).to.sql({ dialect: 'sqlite' })) database.exec(statement)
  const columns = Object.keys(model.definitions['bench.User'].elements)
  const insert = database.prepare(`insert into bench_User (${columns}) values (${columns.map((each) => '@' + each)})`)
  database.exec('begin')
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    const user = JSON.parse(line)
    insert.run(Object.fromEntries(columns.map((each) => [each, kept(user[each])])))
  }
  database.exec('commit')
  database.exec('create unique index user_upn on bench_User (userPrincipalName)')
  for (const each of indexed) database.exec(`create index user_${each} on bench_User (${each}, id)`)
  database.exec(`create index user_displayName_nocase on bench_User (displayName collate nocase, id collate nocase)`)
  database.exec('analyze')
  database.close()
}

const kept = (value) => (typeof value === 'boolean' ? Number(value) : Array.isArray(value) ? JSON.stringify(value) : value ?? null)

main(process.argv.slice(2))
