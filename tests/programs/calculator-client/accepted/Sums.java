// A Scanner for the user, a BufferedReader for the server.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.util.Scanner;

public class Sums {
    static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("the server has hung up");
            line.append((char) next);
        }
        return line.toString().trim();
    }

    public static void main(String[] args) {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1])); Scanner user = new Scanner(System.in)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
            String answer = "";
            while (!answer.equals("BYE")) {
                System.out.print("? ");
                out.print((user.hasNextLine() ? user.nextLine() : "QUIT") + "\n");
                out.flush();
                do {
                    answer = line(in);
                    System.out.println(answer.replaceFirst("^= ", ""));
                } while (answer.startsWith("NOTE"));
            }
        } catch (IOException error) {
            System.err.println("Cannot talk to the server: " + error.getMessage());
            System.exit(1);
        }
    }
}
