import java.io.*;
import java.net.Socket;
import java.util.Scanner;

public class Client {
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Client HOST PORT");
            System.exit(2);
        }
        Scanner keyboard = new Scanner(System.in);
        System.out.print("Sentence: ");
        String sentence = keyboard.nextLine();
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            out.println(sentence);
            System.out.println("From the server: " + in.readLine());
        }
    }
}
