import java.io.*;
import java.net.*;
public class Cliente {
    private final Socket socket;
    Cliente(String h, int p) throws IOException { socket = new Socket(h, p); }
    void run() throws IOException {
        BufferedReader teclado = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        PrintStream ps = new PrintStream(System.out, true, "UTF-8");
        ps.print("Digite uma frase em minúsculas: ");
        String frase = teclado.readLine();
        OutputStream out = socket.getOutputStream();
        out.write(frase.getBytes("UTF-8"));
        out.flush();
        byte[] resposta = socket.getInputStream().readNBytes(frase.getBytes("UTF-8").length);
        ps.println(resposta.length == 0 ? "O servidor desligou." : "Resposta do servidor: " + new String(resposta, "UTF-8"));
        socket.close();
    }
}
