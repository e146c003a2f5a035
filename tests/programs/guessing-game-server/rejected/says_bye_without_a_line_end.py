# fails: says-goodbye, other-line-ends
# diagnosis: ends_lines_otherwise
# mistake: the last answer has no line end.
import asyncio
import sys

port, *secrets = map(int, sys.argv[1:])


async def play(reader, writer):
    game = guesses = 0
    try:
        while line := await reader.readline():
            secret = secrets[game]
            word = line.decode('latin-1').rstrip('\r\n')
            if word == 'QUIT':
                writer.write(b'BYE')
                break
            if word == 'NEW':
                writer.write(b'WAS %d\n' % secret)
                game, guesses = (game + 1) % len(secrets), 0
                continue
            try:
                guess = int(word)
                if guess not in range(1, 1001):
                    raise ValueError('not from 1 to 1000')
            except ValueError as error:
                writer.write(('ERROR %s\n' % error).encode())
                continue
            guesses += 1
            if guess == secret:
                writer.write(b'RIGHT %d\n' % guesses)
                game, guesses = (game + 1) % len(secrets), 0
            else:
                writer.write(b'HIGHER\n' if secret > guess else b'LOWER\n')
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(play, port=port)
    await server.serve_forever()


asyncio.run(main())
