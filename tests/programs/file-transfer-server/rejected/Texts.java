// fails: every-byte
// diagnosis: none
// mistake: the file is sent by a Writer, which makes other bytes of what is no text.
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.CRC32;

public class Texts {
    private static void talk(Socket client, String folder) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8);
        CRC32 last = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[0].equals("GET")) {
                File file = new File(folder, words[1]);
                if (words[1].contains("..") || words[1].startsWith("/") || !file.isFile()) {
                    out.print("ERROR there is no such file\n");
                } else {
                    byte[] content = Files.readAllBytes(file.toPath());
                    last = new CRC32();
                    last.update(content);
                    out.print("SIZE " + content.length + "\n");
                    out.print(new String(content, StandardCharsets.UTF_8));
                }
            } else if (words.length == 2 && words[0].equals("SUM") && last != null) {
                out.print(words[1].equals(String.format("%08x", last.getValue())) ? "SAME\n" : "DIFFERENT\n");
            } else {
                out.print("ERROR what is that?\n");
            }
            out.flush();
        }
    }

    public static void main(String[] args) throws IOException {
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket client = listener.accept();
                new Thread(() -> {
                    try (client) {
                        talk(client, args[1]);
                    } catch (IOException gone) {
                        System.out.println(gone.getMessage());
                    }
                }).start();
            }
        }
    }
}
