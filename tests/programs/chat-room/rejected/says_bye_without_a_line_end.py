# fails: says-goodbye
# diagnosis: ends_lines_otherwise
# mistake: the last answer has no line end.
import asyncio
import sys

people = {}


def tell_others(me, *words):
    for name, writer in list(people.items()):
        if name != me:
            writer.write(' '.join(words).encode() + b'\n')


def handle(line, me, writer):
    """The answer, and the client's name afterwards."""
    words = line.split(' ', 1)
    if me is None:
        if words[0] != 'NAME':
            return 'ERROR who are you?', None
        if len(words) < 2 or not words[1].isalnum():
            return 'ERROR that is no name', None
        if words[1] in people:
            return 'ERROR there is a ' + words[1], None
        people[words[1]] = writer
        tell_others(words[1], 'JOINED', words[1])
        return 'OK', words[1]
    if line == 'WHO':
        return '\n'.join(['HERE ' + name for name in people] + ['OK']), me
    if words[0] == 'SAY' and len(words) == 2:
        tell_others(me, 'SAID', me, words[1])
        return 'OK', me
    if words[0] == 'TELL' and len(words) == 2 and ' ' in words[1]:
        name, text = words[1].split(' ', 1)
        if name in people:
            people[name].write(f'TOLD {me} {text}\n'.encode())
            return 'OK', me
        return 'ERROR no ' + name + ' here', me
    return 'ERROR I know NAME, SAY, TELL, WHO and QUIT', me


async def serve(reader, writer):
    me = None
    try:
        while line := await reader.readline():
            line = line.decode(errors='replace').rstrip('\r\n')
            if line == 'QUIT':
                writer.write(b'BYE')
                break
            answer, me = handle(line, me, writer)
            writer.write(answer.encode() + b'\n')
    except ConnectionError:
        pass
    if me:
        del people[me]
        tell_others(me, 'LEFT', me)
    writer.close()


async def main():
    await (await asyncio.start_server(serve, '', int(sys.argv[1]))).serve_forever()


asyncio.run(main())
