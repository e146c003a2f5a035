// fails: sends-the-text
// diagnosis: sends_it_twice
// mistake: println() and then write() of the same text.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class SendsTwice {
    public static void main(String[] args) throws IOException {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.print("Sentence: ");
            String sentence = keyboard.readLine();
            PrintWriter out =
                new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true);
            out.println(sentence);
            out.write(sentence + "\n");
            out.flush();
            byte[] reply = new byte[2 * (sentence.getBytes(StandardCharsets.UTF_8).length + 1)];
            int n = socket.getInputStream().readNBytes(reply, 0, reply.length);
            System.out.println("Reply: " + new String(reply, 0, n, StandardCharsets.UTF_8));
        }
    }
}
